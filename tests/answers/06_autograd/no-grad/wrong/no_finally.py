# misconception: After an error in the block the switch stays off. Put it back in a finally.
# rank: 10
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    yield
    Recording.on = before
