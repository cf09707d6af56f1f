# misconception: You count the other classes only. All of them, the right one too, share the
#   probability.
q1_ten = float(np.log(9))
q1_thousand = float(np.log(999))
