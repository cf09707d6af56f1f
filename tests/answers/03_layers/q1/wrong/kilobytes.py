# misconception: You give KB. Bytes are asked for, so do not divide by 1,024.
q1_original = 512 * 128 + 128
q1_doubled = 512 * 256 + 256
q1_original_bytes = q1_original * 4 / 1024
q1_doubled_bytes = q1_doubled * 4 / 1024
