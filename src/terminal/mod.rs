//! Between the cells and the real terminal: sessions, detection, encoders.
