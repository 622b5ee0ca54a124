//! One language loaded: messages, numbers and dates in words, digits.
