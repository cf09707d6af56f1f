# misconception: You leave out the learning rate. It is the length of the first step.
q2_far = 1.0
q2_bytes = 2 * 4 * 9610
