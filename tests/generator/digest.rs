//! SHA-256, which the headers of sources name and no dependency of the program computes.

/// The digest as 64 hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let primes: Vec<u64> = (2..312_u64)
        .filter(|n| (2..*n).all(|divisor| n % divisor != 0))
        .collect();
    let constants: Vec<u32> = primes.iter().map(|prime| fraction(*prime, 3)).collect();
    let mut state: Vec<u32> = primes[..8]
        .iter()
        .map(|prime| fraction(*prime, 2))
        .collect();
    let mut padded = bytes.to_vec();
    padded.push(0x80);
    padded.resize(padded.len().next_multiple_of(64), 0);
    if padded.len() - bytes.len() < 9 {
        padded.resize(padded.len() + 64, 0);
    }
    let length = padded.len() - 8;
    padded[length..].copy_from_slice(&(bytes.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks(64) {
        mix(&mut state, block, &constants);
    }
    state.iter().map(|word| format!("{word:08x}")).collect()
}

/// The first 32 bits behind the point of a root: the largest word `w` with `(whole + w / 2³²)ⁿ ≤ number`.
fn fraction(number: u64, root: u32) -> u32 {
    let (mut low, mut high) = (0_u128, 1 << 40);
    let scaled = |guess: u128| guess.checked_pow(root);
    let target = u128::from(number) << (32 * root);
    while high - low > 1 {
        let middle = (low + high) / 2;
        match scaled(middle) {
            Some(power) if power <= target => low = middle,
            Some(_) | None => high = middle,
        }
    }
    u32::try_from(low & 0xFFFF_FFFF).expect("32 bits were kept")
}

fn mix(state: &mut [u32], block: &[u8], constants: &[u32]) {
    let mut words: Vec<u32> = block
        .chunks(4)
        .map(|bytes| u32::from_be_bytes(bytes.try_into().expect("four bytes")))
        .collect();
    for at in 16..64 {
        let (near, far) = (words[at - 2], words[at - 15]);
        let near = near.rotate_right(17) ^ near.rotate_right(19) ^ (near >> 10);
        let far = far.rotate_right(7) ^ far.rotate_right(18) ^ (far >> 3);
        let sum = words[at - 16].wrapping_add(words[at - 7]);
        words.push(sum.wrapping_add(near).wrapping_add(far));
    }
    let mut v: [u32; 8] = state.try_into().expect("eight words");
    for (word, constant) in words.iter().zip(constants) {
        let [a, b, c, d, e, f, g, h] = v;
        let turned = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let chosen = (e & f) ^ (!e & g);
        let one = h
            .wrapping_add(turned)
            .wrapping_add(chosen)
            .wrapping_add(*constant)
            .wrapping_add(*word);
        let turned = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let two = turned.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        v = [one.wrapping_add(two), a, b, c, d.wrapping_add(one), e, f, g];
    }
    for (old, new) in state.iter_mut().zip(v) {
        *old = old.wrapping_add(new);
    }
}
