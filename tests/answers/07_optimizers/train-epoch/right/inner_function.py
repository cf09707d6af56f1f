# style: a function for one batch
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    def learn(x, y):
        scores = model(x, training=True)
        value = loss(scores, y)
        zero_grad(optimizer.parameters)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        return float(value.data), x.shape[0]

    losses, sizes = zip(*[learn(x, y) for x, y in loader])
    return float(np.dot(losses, sizes) / np.sum(sizes))
