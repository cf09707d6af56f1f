# misconception: You give bits. Bytes are asked for: 4 for each parameter.
q1_original = 65664
q1_doubled = 131328
q1_original_bytes = 65664 * 32
q1_doubled_bytes = 131328 * 32
