# misconception: That is the perplexity, the number of classes. The loss is its logarithm.
q1_ten = 10
q1_thousand = 1000
