"""One use case per act: what may be done, with all its checks, in one unit of work."""
