# misconception: Adam keeps two means, m and v, for every number of every parameter.
q2_far = 0.01
q2_bytes = 0
