//! What C, and so Go, can call: the only unsafe code of the lab.

use std::io;
use std::slice;

/// Writes at most `capacity` bytes to `output`; returns how many, or -1.
///
/// # Safety
/// `input` points to `length` bytes, `output` to `capacity` bytes, and they do not overlap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn border_compress(
    input: *const u8,
    length: usize,
    quality: i32,
    output: *mut u8,
    capacity: usize,
) -> isize {
    // SAFETY: the caller promises both ranges.
    let (input, output) =
        unsafe { (slice::from_raw_parts(input, length), slice::from_raw_parts_mut(output, capacity)) };
    copied(crate::compress(input, quality), output)
}

/// Writes at most `capacity` bytes to `output`; returns how many, or -1.
///
/// # Safety
/// `input` points to `length` bytes, `output` to `capacity` bytes, and they do not overlap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn border_decompress(input: *const u8, length: usize, output: *mut u8, capacity: usize) -> isize {
    // SAFETY: the caller promises both ranges.
    let (input, output) =
        unsafe { (slice::from_raw_parts(input, length), slice::from_raw_parts_mut(output, capacity)) };
    copied(crate::decompress(input), output)
}

/// Does nothing: what is left of a call is its price.
#[unsafe(no_mangle)]
pub extern "C" fn border_nothing() {}

fn copied(result: io::Result<Vec<u8>>, output: &mut [u8]) -> isize {
    match result {
        Ok(bytes) if bytes.len() <= output.len() => {
            output[..bytes.len()].copy_from_slice(&bytes);
            bytes.len() as isize
        }
        _ => -1,
    }
}
