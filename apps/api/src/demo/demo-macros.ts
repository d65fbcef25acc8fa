/** What the demo team answers again and again. Texts by language; English is for every other one. */
export interface DemoMacro {
  readonly name: string;
  readonly asksForFiles?: boolean;
  readonly en: string;
  readonly ko: string;
  readonly es: string;
}

export const DEMO_MACROS: readonly DemoMacro[] = [
  {
    name: '문의 감사',
    en: `Dear {buyer.name},

Thank you for your inquiry. I am {member.name} of {workspace.name} in Korea, and I will look after you from here on.
So that my offer fits, may I ask for the quantity you have in mind, the country of delivery and the date you need the goods?

Best regards,
{member.name}`,
    ko: `{buyer.name}님, 안녕하세요.

문의해 주셔서 감사합니다. {workspace.name}의 {member.name}입니다.
알맞은 제안을 드릴 수 있도록 예상 수량, 배송 국가, 필요하신 날짜를 알려 주시겠습니까?

감사합니다.
{member.name} 드림`,
    es: `Estimado/a {buyer.name}:

Gracias por su consulta. Soy {member.name}, de {workspace.name} (Corea), y le atenderé a partir de ahora.
Para prepararle una oferta adecuada, ¿podría indicarme la cantidad prevista, el país de entrega y la fecha en que necesita la mercancía?

Saludos cordiales,
{member.name}`,
  },
  {
    name: '답변 예정일 안내',
    en: `Dear {buyer.name},

Thank you for your message. I am checking this with our factory so that my answer is exact.
You will hear from me by {promised.date} at the latest.

Best regards,
{member.name}`,
    ko: `{buyer.name}님, 안녕하세요.

메시지 감사합니다. 정확한 답변을 드리기 위해 공장에 확인하고 있습니다.
늦어도 {promised.date}까지 답변드리겠습니다.

감사합니다.
{member.name} 드림`,
    es: `Estimado/a {buyer.name}:

Gracias por su mensaje. Estoy consultándolo con nuestra fábrica para darle una respuesta exacta.
Recibirá mi respuesta a más tardar el {promised.date}.

Saludos cordiales,
{member.name}`,
  },
  {
    name: '파손·불량 사진 요청',
    asksForFiles: true,
    en: `Dear {buyer.name},

I am sorry about this. So that we can settle it quickly, please send us photos of the goods, the packing and the shipping label, and a short video if you have one.
You can upload them here without signing in: {upload.link}

As soon as they are here I will tell you what we do next.

Best regards,
{member.name}`,
    ko: `{buyer.name}님, 안녕하세요.

불편을 드려 죄송합니다. 빠르게 처리할 수 있도록 제품, 포장, 송장 사진을 보내 주시고, 동영상이 있으면 함께 보내 주세요.
로그인 없이 여기에 올리실 수 있습니다: {upload.link}

받는 대로 다음 절차를 알려 드리겠습니다.

감사합니다.
{member.name} 드림`,
    es: `Estimado/a {buyer.name}:

Lamento lo ocurrido. Para resolverlo cuanto antes, envíenos por favor fotos del producto, del embalaje y de la etiqueta de envío, y un vídeo breve si lo tiene.
Puede subirlos aquí sin registrarse: {upload.link}

En cuanto los recibamos le diré los siguientes pasos.

Saludos cordiales,
{member.name}`,
  },
  {
    name: '샘플 안내',
    en: `Dear {buyer.name},

We are glad to send you samples of {product.name}. Please tell us the delivery address with a phone number, and what you want to find out with them.
We will confirm the cost and the courier before anything leaves.

Best regards,
{member.name}`,
    ko: `{buyer.name}님, 안녕하세요.

{product.name} 샘플을 보내 드리겠습니다. 전화번호를 포함한 배송 주소와 샘플로 확인하고 싶은 점을 알려 주세요.
발송 전에 비용과 택배사를 먼저 확인해 드리겠습니다.

감사합니다.
{member.name} 드림`,
    es: `Estimado/a {buyer.name}:

Con mucho gusto le enviaremos muestras de {product.name}. Indíquenos la dirección de entrega con un número de teléfono y qué desea comprobar con ellas.
Le confirmaremos el coste y el transportista antes del envío.

Saludos cordiales,
{member.name}`,
  },
  {
    name: '견적에 필요한 정보',
    en: `Dear {buyer.name},

For a quotation of {product.name} to {buyer.country} I need four things: quantity, packing (ours or your own label), terms of delivery (EXW, FOB or CIF) and your target price, if you have one.
With them you will have our offer, with price breaks, within one working day.

Best regards,
{member.name}`,
    ko: `{buyer.name}님, 안녕하세요.

{product.name} 견적을 위해 네 가지가 필요합니다. 수량, 포장(당사 또는 바이어 라벨), 인도 조건(EXW, FOB, CIF), 목표 가격(있으시면)입니다.
알려 주시면 근무일 하루 안에 수량별 가격을 보내 드리겠습니다.

감사합니다.
{member.name} 드림`,
    es: `Estimado/a {buyer.name}:

Para cotizar {product.name} con destino a {buyer.country} necesito cuatro datos: cantidad, envase (nuestro o con su etiqueta), condiciones de entrega (EXW, FOB o CIF) y su precio objetivo, si lo tiene.
Con ellos tendrá nuestra oferta, con precios por cantidad, en un día hábil.

Saludos cordiales,
{member.name}`,
  },
  {
    name: '수령 후 안부',
    en: `Dear {buyer.name},

I hope that {product.name} has arrived well at {buyer.company}. Is everything as you expected it?
If anything is missing or your customers tell you something, I would like to hear it.

Warm regards from Korea,
{member.name}`,
    ko: `{buyer.name}님, 안녕하세요.

{product.name}을(를) 잘 받으셨는지 궁금합니다. 기대하신 대로인가요?
부족한 점이나 고객 반응이 있으면 알려 주세요.

감사합니다.
{member.name} 드림`,
    es: `Estimado/a {buyer.name}:

Espero que {product.name} haya llegado bien a {buyer.company}. ¿Está todo como esperaba?
Si falta algo o sus clientes le comentan algo, me gustaría saberlo.

Un saludo desde Corea,
{member.name}`,
  },
];
