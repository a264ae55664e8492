"""R-MON and R-PML: the controls of a treatment, what their results say, and the risk that follows from them."""
