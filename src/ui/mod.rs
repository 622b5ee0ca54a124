//! How the state looks: views that change nothing.
