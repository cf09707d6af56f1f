# misconception: You set the numbers of the parameters to 0. Leave them, and set grad to None.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.data = np.zeros_like(parameter.data)


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    try:
        yield
    finally:
        Recording.on = before
