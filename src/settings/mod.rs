//! Defaults, file, environment and flags become Settings.
