# style: Lists become arrays first; everything else goes on as it came.
@patch_to(Tensor)
def __getitem__(self, key):
    if isinstance(key, list):
        key = np.array(key) if key else np.array(key, dtype=int)
    if isinstance(key, np.ndarray) and key.dtype == bool and key.ndim == 1 and key.shape == self.shape[:1]:
        key = np.flatnonzero(key)
    return Tensor(self.data[key])
