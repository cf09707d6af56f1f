# misconception: You count bits. A byte has eight of them: a number in float32 takes four
#   bytes.
q2_far = 0.01
q2_bytes = 2 * 32 * 9610
