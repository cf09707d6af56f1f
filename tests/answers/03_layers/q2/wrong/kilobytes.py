# misconception: You give whole KB. Bytes are asked for, so do not divide by 1,024.
q2_parameters = 1024 * 300 + 300 + 300 * 100 + 100 + 100 * 10 + 10
q2_bytes = q2_parameters * 4 // 1024
