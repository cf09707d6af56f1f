# misconception: The sizes in memory are given in bits instead of bytes.
q1_original = 65664
q1_doubled = 131328
q1_original_bytes = 65664 * 32
q1_doubled_bytes = 131328 * 32
