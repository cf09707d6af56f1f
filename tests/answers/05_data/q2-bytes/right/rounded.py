# style: rounded numbers
q2_batch = 38.54e6
q2_all = 30.1e9
