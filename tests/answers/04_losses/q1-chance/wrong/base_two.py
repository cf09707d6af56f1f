# misconception: That is the logarithm to base 2. The natural logarithm is np.log.
q1_ten = float(np.log2(10))
q1_thousand = float(np.log2(1000))
