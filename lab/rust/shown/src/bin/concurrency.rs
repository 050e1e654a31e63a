//! Sums a list on every core: one
//! thread for each part.

use std::io;
use std::sync::mpsc;
use std::thread;
use std::thread::available_parallelism;

fn sum(part: Vec<u32>) -> u32 {
    part.into_iter().sum()
}

/// Cuts a list into n parts of about
/// the same length, each owned.
fn split(
    list: &[u32],
    n: usize,
) -> Vec<Vec<u32>> {
    list.chunks(list.len().div_ceil(n))
        .map(<[u32]>::to_vec)
        .collect()
}

fn main() -> io::Result<()> {
    let list: Vec<u32> =
        (1..=1000).collect();

    // #region workers
    let n = available_parallelism()?;
    let parts = split(&list, n.get());
    let (tx, rx) = mpsc::channel();
    for part in parts {
        let tx = tx.clone();
        thread::spawn(move || {
            tx.send(sum(part)).unwrap();
        });
    }
    drop(tx);

    let total: u32 = rx.iter().sum();
    // #endregion workers

    println!("{total}");
    Ok(())
}
