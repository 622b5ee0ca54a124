//! The loop that ties events, effects, workers and signals.
