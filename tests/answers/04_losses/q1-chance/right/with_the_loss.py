# style: cross-entropy of equal scores by NumPy
q1_ten = np.logaddexp.reduce(np.zeros(10))
q1_thousand = np.logaddexp.reduce(np.zeros(1000))
