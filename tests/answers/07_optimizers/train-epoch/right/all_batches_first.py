# style: a list of all batches, forgotten at the end of each
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    batches = list(loader)
    hook = before_step or (lambda: None)
    optimizer.zero_grad()
    sums = []
    for x, y in batches:
        value = loss(model(x, training=True), y)
        value.backward()
        hook()
        optimizer.step()
        optimizer.zero_grad()
        sums.append(value.data * x.data.shape[0])
    return float(np.sum(sums)) / sum(x.data.shape[0] for x, _ in batches)
