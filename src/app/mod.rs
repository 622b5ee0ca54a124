//! What the reader does: state, the one table of commands, and update. No I/O, no drawing.
