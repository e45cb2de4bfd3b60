//! Fuzzes what `../holds.rs` says of `html`.
#![no_main]

#[path = "../holds.rs"]
#[allow(dead_code, reason = "each target uses its own part")]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| holds::html(&String::from_utf8_lossy(bytes)));
