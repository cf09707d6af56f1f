# misconception: You count numbers. Each takes four bytes in float32.
q2_far = 0.01
q2_bytes = 2 * 9610
