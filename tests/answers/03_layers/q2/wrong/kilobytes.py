# misconception: The memory is given in whole KB instead of bytes.
q2_parameters = 1024 * 300 + 300 + 300 * 100 + 100 + 100 * 10 + 10
q2_bytes = q2_parameters * 4 // 1024
