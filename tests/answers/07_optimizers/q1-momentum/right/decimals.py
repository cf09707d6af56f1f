# style: two decimals
q1_two = 0.29
q1_long = 1.00
