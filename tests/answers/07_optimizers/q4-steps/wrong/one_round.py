# misconception: You count the batches of one round. There are 20 rounds.
# rank: 10
q4_steps = 44
q4_rate = 0.0
