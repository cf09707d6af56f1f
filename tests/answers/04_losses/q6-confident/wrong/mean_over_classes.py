# misconception: You divide by the two classes. The mean is over the samples, and there is one.
q6_loss = 100.0
q6_probability = 0.5
