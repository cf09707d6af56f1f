# misconception: You give kilobytes. The question asks for bytes.
q2_far = 0.01
q2_bytes = 2 * 4 * 9610 / 1000
