//! The command: reads the arguments and hands over to the room that does the work.

fn main() {}
