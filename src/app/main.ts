import './node-version';
import { runProgram } from './program';

// `npm start`: the service, whatever the way it is started.
const [node = '', script = '', ...rest] = process.argv;
void runProgram([node, script, ...(rest.length > 0 ? rest : ['serve'])]);
