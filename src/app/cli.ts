#!/usr/bin/env node
import './node-version';
import { runProgram } from './program';

void runProgram(process.argv);
