# misconception: You divide by the number of classes. The mean is over the samples, and each
#   costs the same.
q1_ten = float(np.log(10) / 10)
q1_thousand = float(np.log(1000) / 1000)
