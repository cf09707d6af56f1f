# style: decimals
q2_loss = 1.386
q2_typical = 0.250
