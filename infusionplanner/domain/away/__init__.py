"""R-HOME and R-RX: doses given away from the unit, and the supply at home."""
