"""The commands, one module each: what ``cli`` wires together."""
