# style: plain numbers
q1_first = 7
q1_second = 14
