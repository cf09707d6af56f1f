# style: decimals
q4_mse = 20.8
q4_share = 0.96
