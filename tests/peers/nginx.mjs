/* nginx with nginx-transports.conf in front of a server. */
import {spawn} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT, same, until} from './peers.mjs';

/* `values` are the ports TCP, UNIX and PLAIN, and the ADDRESS of the server. */
export async function startNginx(directory, values) {
    let text = readFileSync(join(ROOT, 'tests/peers/nginx-transports.conf'), 'utf8');
    for (const [name, value] of Object.entries({...values, DIRECTORY: directory})) {
        text = text.replaceAll(`@${name}@`, value);
    }
    writeFileSync(join(directory, 'nginx.conf'), (process.getuid() === 0 ? 'user root;\n' : '') + text);
    const child = spawn('nginx', ['-p', directory, '-c', join(directory, 'nginx.conf'), '-e', join(directory, 'nginx.log'),
        '-g', 'daemon off;'], {stdio: 'inherit'});
    if (!await until(() => existsSync(join(directory, 'nginx.pid')) || child.exitCode !== null) || child.exitCode !== null) {
        const log = join(directory, 'nginx.log');
        throw new Error(`nginx did not start: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
    }
    return {child};
}

/* Large answers go through a file, which is no fault. */
export function checkNginxLog(directory) {
    if (existsSync(join(directory, 'nginx.log'))) {
        same('nginx: nothing in the error log', readFileSync(join(directory, 'nginx.log'), 'utf8').trim().split('\n')
            .filter(line => line !== '' && !line.includes('is buffered to a temporary file')), []);
    }
}
