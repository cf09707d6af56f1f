# misconception: You take the mean of the batches' means. Weigh each with the number of samples in
#   its batch.
# read: The mean of means
# rank: 10
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data)
            right += accuracy(scores, y)
            count += 1
    return total / count, right / count
