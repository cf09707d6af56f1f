# misconception: You take the sum only. Both factors of x * x send 3 back as well.
q1_first = 1
q1_second = 1 + 1
