"""The planner: rules, storage, files and commands. No Qt is imported anywhere below this package."""
