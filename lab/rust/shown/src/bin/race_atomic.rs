//! Eight threads add to one counter,
//! each addition as a whole.

use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;

fn add(count: &AtomicU64) {
    for _ in 0..1_000_000 {
        count.fetch_add(1, Relaxed);
    }
}

fn main() {
    let count = AtomicU64::new(0);
    thread::scope(|all| {
        for _ in 0..8 {
            all.spawn(|| add(&count));
        }
    });
    println!("{}", count.into_inner());
}
