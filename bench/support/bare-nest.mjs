// a Nest application that knows no product: the least that an answer of so many bytes costs (BYTES, CONTENT_TYPE)
import 'reflect-metadata';
import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const isJson = process.env.CONTENT_TYPE === 'application/json';
const text = 'x'.repeat(Number(process.env.BYTES));
const body = isJson ? { items: text.match(/.{1,100}/g) ?? [] } : text;

class Bare {
  answer() {
    return body;
  }
}
const method = Object.getOwnPropertyDescriptor(Bare.prototype, 'answer');
Get('answer')(Bare.prototype, 'answer', method);
Header('Content-Type', process.env.CONTENT_TYPE)(Bare.prototype, 'answer', method);
Controller()(Bare);

class BareModule {}
Module({ controllers: [Bare] })(BareModule);

const app = await NestFactory.create(BareModule, { logger: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}/answer\n`);
