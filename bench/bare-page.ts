import express from 'express';

/** What Express alone takes to send a page of so many letters: a process of its own, as the hub is. */
const [port, letters] = process.argv.slice(2).map(Number);
const page = `<!doctype html><html lang="zh-CN"><title>page</title><p>${'环'.repeat(letters!)}</p></html>`;

const app = express();
app.disable('x-powered-by');
app.get('/health/live', (_, response) => void response.json({}));
app.use((_, response) => void response.type('html').send(page));
app.listen(port, '127.0.0.1');
