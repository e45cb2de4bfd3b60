//! Fuzzes what `../holds.rs` says of `scan`.
#![no_main]

#[path = "../holds.rs"]
#[allow(dead_code, reason = "each target uses its own part")]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| holds::scan(&String::from_utf8_lossy(bytes)));
