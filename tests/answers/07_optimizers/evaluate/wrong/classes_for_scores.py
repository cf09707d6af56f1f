# misconception: You give the loss the predicted classes. It needs the scores.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            classes = scores.data.argmax(axis=1)
            guesses = Tensor(np.eye(scores.shape[1])[classes])
            total += float(loss(guesses, y).data) * x.shape[0]
            right += accuracy(scores, y) * x.shape[0]
            count += x.shape[0]
    return total / count, right / count
