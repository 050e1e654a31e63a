//! Sums each part of a list in a
//! thread of its own.

use std::sync::mpsc;
use std::thread;

fn sum(part: [u32; 3]) -> u32 {
    part.iter().sum()
}

fn main() {
    let parts = [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
    ];

    // #region workers
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
}
