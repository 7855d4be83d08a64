#!/usr/bin/python3
"""Small weight files of every kind, for the tests of the readers.

    tests/golden/models/make_weight_files.py tests/golden/models/files

The sound ones hold the same tensors (see tensors below); the others are refused, each for one reason. Needs
python3-torch, which cannot write the oldest (TAR) kind any more: that is written here, as PyTorch 0.1.11 did.
"""
import collections
import io
import os
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

import torch

PROTOCOL = 2


def tensors():
    base = torch.arange(24, dtype=torch.float32) / 4 - 2
    return collections.OrderedDict([
        ('body.weight', base.view(4, 6)),
        ('body.transposed', base.view(4, 6).t()),  # shares the storage
        ('body.part', base[5:9]),
        ('half', torch.tensor([0.5, -1.5, 65504.0], dtype=torch.float16)),
        ('brain', torch.tensor([0.5, -1.5, 3e38], dtype=torch.bfloat16)),
        ('double', torch.tensor([[1e-300], [2.0]], dtype=torch.float64)),
        ('count', torch.tensor(7)),
        ('bytes', torch.tensor([0, 255, 3], dtype=torch.uint8)),
        ('flags', torch.tensor([True, False])),
        ('empty', torch.empty(0, 3)),
    ])


def save(path, value, legacy=False, protocol=PROTOCOL):
    torch.save(value, path, _use_new_zipfile_serialization=not legacy, pickle_protocol=protocol)


Global = collections.namedtuple('Global', 'module name')
Persistent = collections.namedtuple('Persistent', 'key')
Parameter = collections.namedtuple('Parameter', 'key')


def encode(v):
    """The opcodes of a value, as Python 2 pickled what PyTorch 0.1.11 gave it."""
    if isinstance(v, Global):
        return f'c{v.module}\n{v.name}\n'.encode()
    if isinstance(v, Persistent):
        return encode(str(v.key)) + b'Q'
    if isinstance(v, Parameter):  # an object around its tensor
        attributes = (Persistent(v.key), None, None, True, False)
        return encode(Global('torch.nn.parameter', 'Parameter')) + b')\x81' + encode(attributes) + b'b'
    if isinstance(v, dict):
        pairs = b''.join(encode(k) + encode(x) for k, x in v.items())
        return encode(Global('collections', 'OrderedDict')) + b')R(' + pairs + b'u'
    if isinstance(v, tuple):
        return b'(' + b''.join(map(encode, v)) + b't'
    if isinstance(v, list):
        return b'](' + b''.join(map(encode, v)) + b'e'
    if v is None or isinstance(v, bool):
        return {None: b'N', True: b'\x88', False: b'\x89'}[v]
    if isinstance(v, int):
        return b'J' + struct.pack('<i', v)
    return b'X' + struct.pack('<I', len(v.encode())) + v.encode()


def old_pickle(value):
    return b'\x80\x02' + encode(value) + b'.'


def save_tar(path, state):
    storages, views, listed, values = old_pickle(len(state)), [], old_pickle(len(state)), {}
    for n, (name, tensor) in enumerate(state.items()):
        storage, view, key = 1000 + n, 3000 + n, 2000 + n
        data = tensor.contiguous().numpy()
        storages += old_pickle((storage, 'cpu', Global('torch', 'FloatStorage')))
        storages += struct.pack('<q', data.size) + data.tobytes()
        views.append((view, storage, 0, data.size))
        listed += old_pickle((key, view if n % 2 else storage, Global('torch', 'FloatTensor')))
        listed += struct.pack('<i', data.ndim) + b'\x07\0\0\0'  # the padding was never cleared
        listed += struct.pack(f'<{2 * data.ndim}q', *data.shape, *tensor.contiguous().stride())
        listed += struct.pack('<q', 0)
        values[name] = Parameter(key) if name.startswith('body') else Persistent(key)
    members = {'sys_info': old_pickle({'protocol_version': 1000, 'little_endian': True}),
               'pickle': old_pickle(values), 'tensors': listed, 'storages': storages + old_pickle(views)}
    with tarfile.open(path, 'w:', format=tarfile.PAX_FORMAT) as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))


class Evil:
    def __reduce__(self):
        return os.system, ('touch /tmp/nakama-was-here',)


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    state = tensors()
    state._metadata = collections.OrderedDict([('', {'version': 1})])
    wrapped = collections.OrderedDict(('module.' + k, v) for k, v in state.items())
    save(out / 'zip.pth', state)
    save(out / 'legacy.pth', state, legacy=True)
    save_tar(out / 'tar.pth', collections.OrderedDict((k, v) for k, v in state.items() if v.dtype == torch.float32))
    save(out / 'zip_protocol4.pth', state, protocol=4)
    save(out / 'zip_nested.pth', {'epoch': 3, 'best': 0.5, 'names': ['a', 'b'], 'state_dict': wrapped})
    save(out / 'legacy_nested.pth', {'epoch': 3, 'model': {'state_dict': wrapped}}, legacy=True)
    save(out / 'zip_parameters.pth', {k: torch.nn.Parameter(v) for k, v in state.items() if v.is_floating_point()})

    save(out / 'refused_os_system.pth', {'state_dict': state, 'extra': Evil()})
    save(out / 'refused_os_system_legacy.pth', {'state_dict': state, 'extra': Evil()}, legacy=True)
    save(out / 'refused_whole_module.pth', torch.nn.Linear(2, 2))
    save(out / 'refused_no_tensors.pth', {'epoch': 3, 'best': 0.5})
    torch.jit.save(torch.jit.script(torch.nn.Linear(2, 2)), str(out / 'refused_torchscript.pt'))
    with zipfile.ZipFile(out / 'zip.pth') as source:
        with zipfile.ZipFile(out / 'refused_compressed.pth', 'w', zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                target.writestr(name, source.read(name))
        with zipfile.ZipFile(out / 'refused_two_pickles.pth', 'w') as target:
            for name in source.namelist():
                target.writestr(name, source.read(name))
            target.writestr('other/data.pkl', source.read(source.namelist()[0]))


if __name__ == '__main__':
    main()
